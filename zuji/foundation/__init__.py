"""What every app needs and no app owns: fields, days, the clock, the ui/ parts."""
