"""Settings as people change them: one small form for each, with the day it begins and what it rests on."""

from zuji.organizations.forms.editors import EDITORS, Editor
from zuji.organizations.forms.work_days import WorkDaysForm

__all__ = ["EDITORS", "Editor", "WorkDaysForm"]
