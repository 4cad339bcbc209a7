mov al, [rbp - 1]   ; load 1 byte from RBP - 1
