"""Text to go on writing in: OpenDocument and Word, by hand, so that nothing extra comes along."""
