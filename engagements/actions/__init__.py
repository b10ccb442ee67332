"""What officers and supervisors do: the only writers of this room's lifecycles."""
