"""Pages of study."""

from django.urls import path

from zuji.gatherings.urls import gathering_urls
from zuji.study.noun import SESSION
from zuji.study.views import bank, materials, plans, quiz, reflections, sessions

app_name = "study"
urlpatterns = [
    path("organizations/<int:organization_id>/study-sessions/", sessions.session_list, name="session-list"),
    path("organizations/<int:organization_id>/study-sessions/new/", sessions.session_create, name="session-create"),
    path("study-sessions/<int:number>/", sessions.session_detail, name="session-detail"),
    path("study-sessions/<int:number>/plan/", sessions.session_edit, name="session-edit"),
    path("study-sessions/<int:number>/record/", sessions.record_edit, name="record-edit"),
    *gathering_urls(SESSION, "study-sessions"),
    path("organizations/<int:organization_id>/study-plan/", plans.plan_detail, name="plan-detail"),
    path("organizations/<int:organization_id>/study-plan/adoption/", plans.adoption_create, name="adoption-create"),
    path("study-plan-items/<int:number>/removal/", plans.plan_item_removal_create, name="plan-item-removal-create"),
    path("organizations/<int:organization_id>/study-tasks/new/", plans.task_create, name="task-create"),
    path("study-tasks/<int:number>/completion/", plans.completion_edit, name="completion-edit"),
    path("organizations/<int:organization_id>/reflections/", reflections.reflection_list, name="reflection-list"),
    path(
        "organizations/<int:organization_id>/reflections/new/", reflections.reflection_create, name="reflection-create"
    ),
    path("reflections/<int:number>/", reflections.reflection_detail, name="reflection-detail"),
    path("reflections/<int:number>/edit/", reflections.reflection_edit, name="reflection-edit"),
    path("reflections/<int:number>/submission/", reflections.submission_create, name="submission-create"),
    path("reflections/<int:number>/withdrawal/", reflections.withdrawal_create, name="withdrawal-create"),
    path("reflections/<int:number>/removal/", reflections.reflection_removal_create, name="reflection-removal-create"),
    path("reflections/<int:number>/consent/", reflections.consent_create, name="consent-create"),
    path("reflections/<int:number>/publication/", reflections.publication_create, name="publication-create"),
    path("organizations/<int:organization_id>/materials/", materials.material_list, name="material-list"),
    path("organizations/<int:organization_id>/materials/new/", materials.material_create, name="material-create"),
    path("materials/<int:number>/", materials.material_detail, name="material-detail"),
    path("materials/<int:number>/removal/", materials.material_removal_create, name="material-removal-create"),
    path(
        "organizations/<int:organization_id>/reading-lists/new/",
        materials.reading_list_create,
        name="reading-list-create",
    ),
    path("reading-lists/<int:number>/", materials.reading_list_detail, name="reading-list-detail"),
    path(
        "reading-lists/<int:number>/removal/", materials.reading_list_removal_create, name="reading-list-removal-create"
    ),
    path("organizations/<int:organization_id>/quizzes/", quiz.quiz_list, name="quiz-list"),
    path("organizations/<int:organization_id>/quizzes/new/", quiz.quiz_create, name="quiz-create"),
    path("quizzes/<int:number>/", quiz.quiz_detail, name="quiz-detail"),
    path("quizzes/<int:number>/removal/", quiz.quiz_removal_create, name="quiz-removal-create"),
    path("quizzes/<int:number>/paper/", quiz.quiz_paper, name="quiz-paper"),
    path("quizzes/<int:number>/attempts/new/", quiz.attempt_create, name="attempt-create"),
    path("quizzes/<int:number>/results/new/", quiz.result_create, name="result-create"),
    path("quiz-attempts/<int:number>/", quiz.attempt_detail, name="attempt-detail"),
    path("quiz-attempts/<int:number>/removal/", quiz.result_removal_create, name="result-removal-create"),
    path("organizations/<int:organization_id>/questions/", bank.question_list, name="question-list"),
    path("organizations/<int:organization_id>/questions/blank/", bank.question_template, name="question-template"),
    path("question-imports/<int:number>/", bank.import_detail, name="import-detail"),
    path("question-imports/<int:number>/acceptance/", bank.acceptance_create, name="acceptance-create"),
    path("question-imports/<int:number>/removal/", bank.import_removal_create, name="import-removal-create"),
]
