"""The verslag and the signaal: one document model, and one renderer for each format."""
