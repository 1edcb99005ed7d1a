"""Text to article, stage by stage."""
