"""Study under the city committee's yearly plan.

Nouns: study task and its completion, study session, attendance.
Leaves study_task.issued, study_task.studied, plenary_study.held, reading.held, study.held, study.attended.
"""
