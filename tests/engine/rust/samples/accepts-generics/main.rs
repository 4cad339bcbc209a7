fn example<T>() {}
