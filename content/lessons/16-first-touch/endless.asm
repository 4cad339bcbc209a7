deeper:
    sub rsp, 4096
    mov qword [rsp], 1
    call deeper
