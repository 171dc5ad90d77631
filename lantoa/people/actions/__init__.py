"""What is done to people: join a cell, ask for a post and confirm it, leave it; open an account, reset a password."""

from lantoa.people.actions.accounts import (
    add_account,
    close_account,
    end_other_sessions,
    end_session,
    give_first_codes,
    give_reset_code,
    note_sign_in,
    open_account,
    reopen_account,
    reset_password,
    set_password,
    use_reset_code,
)
from lantoa.people.actions.deputies import ask_deputy, take_back_deputy
from lantoa.people.actions.joining import add_member, add_person, join, mend_person
from lantoa.people.actions.merging import merge_people, undo_merge
from lantoa.people.actions.posts import (
    appoint,
    confirm_all,
    confirm_grant,
    end_post,
    forget_grants_of,
    hand_over,
    note_seen,
    refuse_grant,
    withdraw_grant,
)
from lantoa.people.actions.reading import note_list, note_opening, note_opening_of_strangers
from lantoa.people.actions.rights import note_rights
from lantoa.people.actions.second_key import (
    add_passkey,
    agree_to_drop,
    drop_second_key,
    new_recovery_codes,
    note_guessing,
    remove_passkey,
    turn_off_second_key,
    turn_on_second_key,
    use_second_key,
)
