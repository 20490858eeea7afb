"""提案: proposals from draft to reply, who signed them, what became of them, and the materials they come from.

Nouns: proposal, signature, event, material, assignment, reply. Leaves proposal.written, .signed, .submitted, .pending,
.filed, .merged, .not_filed, .withdrawn, .key and .excellent.
"""
