mov al, 200
add al, 100
