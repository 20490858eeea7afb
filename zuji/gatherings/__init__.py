"""What meetings and study sessions share: people called together, leave, who came, guests, sign-in, making up.

Nouns, abstract here, with tables of their own in the record apps: gathering, attendance, leave request, reply, guest,
check-in, make-up study, event. A record app declares its own as a `GatheringNoun`; the pages here serve them all.
Leaves study.made_up.
"""
