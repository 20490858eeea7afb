"""社会服务: service activities of the city committee and of a branch, and public lectures.

Nouns: service activity, attendance, lecture, speaker, lecture topic, host unit. Leaves service.held, service.attended
(the committee's activities), lecture.given. Forty lectures a year are a target that is shown, never a floor.
"""
