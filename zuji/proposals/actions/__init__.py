"""Verbs of proposals: write, sign, submit, and enter what became of it."""

from zuji.proposals.actions.ground import add_ground, end_ground
from zuji.proposals.actions.handling import assign_proposal, give_feedback, note_contact, record_reply
from zuji.proposals.actions.material import change_material, hand_in_material, take_back_material, write_material
from zuji.proposals.actions.office import forget_office, note_office
from zuji.proposals.actions.recording import record_proposal, sign_proposal
from zuji.proposals.actions.steps import Step, enter_step, next_steps
from zuji.proposals.actions.writing import change_proposal, discard_proposal, sign, unsign, write_proposal

__all__ = [
    "Step",
    "add_ground",
    "assign_proposal",
    "change_material",
    "change_proposal",
    "discard_proposal",
    "end_ground",
    "enter_step",
    "forget_office",
    "give_feedback",
    "hand_in_material",
    "next_steps",
    "note_contact",
    "note_office",
    "record_proposal",
    "record_reply",
    "sign",
    "sign_proposal",
    "take_back_material",
    "unsign",
    "write_material",
    "write_proposal",
]
