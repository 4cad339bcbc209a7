mov eax, [rbp - 5]   ; load 4 bytes from RBP - 5
