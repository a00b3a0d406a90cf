"""The page around an article: furniture, captions, what stands above the headline; `page` is the door."""
