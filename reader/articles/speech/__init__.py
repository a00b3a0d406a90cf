"""Who said what stands between quotation marks, in English texts."""
