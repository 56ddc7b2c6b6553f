"""Evidence behind pages: documents as they were read, what stands where, what links rest on."""
