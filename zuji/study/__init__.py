"""Study under the city committee's yearly plan.

Nouns: study task and its completion, study plan, study session, attendance, quiz and its bank of questions, reflection,
study material, reading list. Leaves study_task.issued, study_task.studied, study_plan.adopted, plenary_study.held,
reading.held, study.held, study.attended, study_reflection.written, quiz.taken, quiz.passed; materials leave none.
"""
