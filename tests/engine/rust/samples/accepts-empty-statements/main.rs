fn empty() {
    ;;
    let x: u8 = 1;;
}
