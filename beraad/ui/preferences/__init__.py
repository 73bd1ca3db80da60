"""The settings screen: what somebody usually wants, chosen once; everything holds at once."""
