"""What people do to the records of this room, beyond adding and changing them."""
