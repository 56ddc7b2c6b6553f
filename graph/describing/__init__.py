"""What a version holds, told in numbers: how many things of each class, with which properties, linked to what (VoID)."""
