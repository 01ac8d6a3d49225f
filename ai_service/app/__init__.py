"""The application of ai_service."""
