import Testing

@testable import Codes

@Suite("Masking personal data")
struct MaskingTests {
    @Test(
        "what is no mobile number is refused",
        arguments: ["", "1381234567", "138123456789", "12812345678", "23812345678", "138a2345678"])
    func notMobile(text: String) { #expect(throws: CodeError.self) { try MobileNumber(text) } }

    @Test(
        "a mobile number is read as people write it",
        arguments: ["13812345678", "138 1234 5678", "138-1234-5678", "+86 13812345678", "１３８12345678"])
    func mobile(text: String) throws {
        let number = try MobileNumber(text)
        #expect(number.text == "13812345678")
        #expect(number.masked == "138****5678")
        #expect("\(number)" == "138****5678")
    }

    @Test(
        "of a name the family name is shown",
        arguments: [
            ("", ""), ("张", "*"), ("张伟", "张*"), (" 张小明 ", "张**"), ("欧阳娜娜", "欧阳**"), ("诸葛亮", "诸葛*"),
            ("欧阳", "欧*"), ("买买提·艾力", "买*****"), ("李文静怡", "李***"),
        ])
    func names(name: String, masked: String) { #expect(Masking.name(name) == masked) }

    @Test(
        "numbers show their ends, short and strange ones nothing or little",
        arguments: [
            ("138 1234 5678", "138****5678"), ("0758-2831234", "********1234"), ("110", "***"), ("", ""),
        ])
    func phones(phone: String, masked: String) { #expect(Masking.phone(phone) == masked) }

    @Test("a number that is no identity number still hides its holder")
    func identityNumbers() {
        #expect(Masking.identityNumber("441202199003071232") == "441202********1232")
        #expect(Masking.identityNumber("441202199003071231") == "**************1231")
        #expect(Masking.identityNumber("E12345") == "******")
    }
}
