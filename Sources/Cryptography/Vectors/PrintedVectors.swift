/// GB/T 32905 and GM/T 0042.
enum SM3Vectors {
    static let short = (
        message: Array("abc".utf8),
        hash: hex(
            "66c7f0f4 62eeedd9 d1f2d46b dc10e4e2 4167c487 5cf2f7a2 297da02b 8f4ba8e0")
    )
    static let long = (
        message: Array(String(repeating: "abcd", count: 16).utf8),
        hash: hex(
            "debe9ff9 2275b8a1 38604889 c18e5a4d 6fdb70e5 387e5765 293dcba3 9c0c5732")
    )
    static let key = (1...32).map { UInt8($0) }
    static let authenticated = Array(
        String(repeating: "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", count: 2).utf8)
    static let code = hex("ca05e144 ed05d185 7840d1f3 18a4a866 9e559fc8 391f4144 85bfdf7b b408963a")
}

/// GB/T 32907, and for the modes the examples that OpenSSL and other libraries share.
enum SM4Vectors {
    static let block = hex("01234567 89abcdef fedcba98 76543210")
    static let once = hex("681edf34 d206965e 86b3e94f 536e4246")
    static let aMillionTimes = hex("595298c7 c6fd271f 0402f804 c33d3f66")
    static let initialVector = (0...15).map { UInt8($0) }
    static let chainedText = hex(
        "aaaaaaaa bbbbbbbb cccccccc dddddddd eeeeeeee ffffffff aaaaaaaa bbbbbbbb")
    static let chained = hex("78ebb11c c40b0a48 312aaeb2 040244cb 4cb70169 51909226 979b0d15 dc6a8f6d")
    static let counteredText = hex(
        """
        aaaaaaaa aaaaaaaa bbbbbbbb bbbbbbbb cccccccc cccccccc dddddddd dddddddd
        eeeeeeee eeeeeeee ffffffff ffffffff aaaaaaaa aaaaaaaa bbbbbbbb bbbbbbbb
        """)
    static let countered = hex(
        """
        ac3236cb 970cc207 91364c39 5a1342d1 a3cbc187 8c6f30cd 074cce38 5cdd70c7
        f234bc0e 24c11980 fd128631 0ce37b92 6e02fcd0 faa0baf3 8b293385 1d824514
        """)

    static func cipher() throws -> SM4 { try SM4(key: Secret(block)) }
}

/// GB/T 32918.5: the curve that everybody uses, and one key.
enum SM2Vectors {
    static let scalar = hex("3945208f 7b2144b1 3f36e38a c6d39f95 88939369 2860b51a 42fb81ef 4df7c5b8")
    static let point = hex(
        """
        04 09f9df31 1e5421a1 50dd7d16 1e4bc5c6 72179fad 1833fc07 6bb08ff3 56f35020
        ccea490c e26775a5 2dc6ea71 8cc1aa60 0aed05fb f35e084a 6632f607 2da9ad13
        """)
    static let signed = Array("message digest".utf8)
    static let signature = hex(
        """
        f5a03b06 48d2c463 0eeac513 e1bb81a1 5944da38 27d5b741 43ac7eac eee720b3
        b1b6aa29 df212fd8 763182bc 0d421ca1 bb9038fd 1f7f42d4 840b69c4 85bbc1aa
        """)
    static let encrypted = Array("encryption standard".utf8)
    /// The standard prints the parts; here they stand in the ASN.1 of GB/T 35276.
    static let ciphertext = hex(
        """
        307c
        0220 04ebfc71 8e8d1798 62043226 8e77feb6 415e2ede 0e073c0f 4f640ecd 2e149a73
        0221 00 e858f9d8 1e5430a5 7b36daab 8f950a3c 64e6ee6a 63094d99 283aff76 7e124df0
        0420 59983c18 f809e262 923c53ae c295d303 83b54e39 d609d160 afcb1908 d0bd8766
        0413 21886ca9 89ca9c7d 58087307 ca93092d 651efa
        """)

    static func key() throws -> SM2PrivateKey { try SM2PrivateKey(scalar: Secret(scalar)) }
}

/// Digits that stand in this file; wrong ones give nothing, which no finding accepts.
private func hex(_ digits: String) -> [UInt8] { Hexadecimal.bytes(digits) ?? [] }
