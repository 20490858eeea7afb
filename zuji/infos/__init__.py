"""社情民意信息: pieces of public opinion and what became of them.

Nouns: info, outcome. Leaves info.reported, info.duplicate, info.adopted_<level>.
"""
