"""Documents set in Word: layouts, skeletons, and the body that is poured into them."""
