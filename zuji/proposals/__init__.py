"""提案: proposals, who signed them and what became of them.

Nouns: proposal, signature. Leaves proposal.submitted, .pending, .filed, .merged, .not_filed, .withdrawn, .signed.
"""
