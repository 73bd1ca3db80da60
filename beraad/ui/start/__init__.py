"""The first window: beraden, a new one, oefenen, signalen."""
