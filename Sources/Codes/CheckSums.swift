/// The hybrid systems of ISO 7064: MOD 11,10 over digits and MOD 37,36 over digits and letters. They find
/// every single wrong character and nearly all swapped neighbours.
enum HybridCheck {
    /// The check character's value for the values before it, in an alphabet of `modulus` characters.
    static func value(_ values: [Int], modulus: Int) -> Int {
        var product = modulus
        for value in values {
            let sum = (product + value) % modulus
            product = (sum == 0 ? modulus : sum) * 2 % (modulus + 1)
        }
        return (modulus + 1 - product) % modulus
    }
}

/// Weighted sums, which the older Chinese standards use.
enum WeightedSum {
    /// Σ value × weight, modulo.
    static func value(_ values: [Int], _ weights: [Int], modulus: Int) -> Int {
        zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } % modulus
    }
}
