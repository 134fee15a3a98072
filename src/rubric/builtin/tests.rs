use super::*;

#[test]
fn the_decision_in_force_is_sound() {
    assemble(DECISIONS[0].files).map(|_| ()).unwrap_or_else(|faults| panic!("{faults:#?}"));
}
