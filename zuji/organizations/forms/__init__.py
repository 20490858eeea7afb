"""Settings as people change them: one small form for each, with the day it begins and what it rests on."""

from zuji.organizations.forms.editors import EDITORS, Editor, SettingLine, setting_lines
from zuji.organizations.forms.work_days import WorkDaysForm

__all__ = ["EDITORS", "Editor", "SettingLine", "WorkDaysForm", "setting_lines"]
