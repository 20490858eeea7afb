"""社会服务: service activities of the city committee and public lectures of the branch.

Nouns: service activity, attendance, lecture, speaker. Leaves service.held, service.attended, lecture.given.
"""
