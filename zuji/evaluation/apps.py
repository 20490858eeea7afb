"""Evaluation."""

from django.apps import AppConfig


class EvaluationConfig(AppConfig):
    name = "zuji.evaluation"
    label = "evaluation"
