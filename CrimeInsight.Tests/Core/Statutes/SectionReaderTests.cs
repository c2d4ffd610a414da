using System.Globalization;
using CrimeInsight.Core.Statutes;

namespace CrimeInsight.Tests.Core.Statutes;

/// <summary>Sections as registers write them. Where no act is named the offence is of 2023 and so the penal code is IPC, unless told.</summary>
public sealed class SectionReaderTests
{
    private static readonly DateOnly s_before = new(2023, 5, 1);
    private static readonly DateOnly s_since = new(2024, 8, 5);

    public static TheoryData<string, string> Spellings => new()
    {
        { "304-A IPC", "IPC:304A" },
        { "3O2 IPC", "IPC:302" },
        { "3o4-A, 12O-B IPC", "IPC:304A IPC:120B" },
        { "304(A) IPC", "IPC:304A" },
        { "304(a) IPC", "IPC:304A" },
        { "304 A IPC", "IPC:304A" },
        { "304A IPC", "IPC:304A" },
        { "304a ipc", "IPC:304A" },
        { "304 - A IPC", "IPC:304A" },
        { "IPC 304 (A)", "IPC:304A" },
        { "304 IPC", "IPC:304" },
        { "304AIPC", "IPC:304A" },
        { "302IPC", "IPC:302" },
        { "IPC302", "IPC:302" },
        { "IPC-302", "IPC:302" },
        { "u/s 304-B r/w 34", "IPC:304B IPC:34" },
        { "u/s 304-B r/w 34 IPC", "IPC:304B IPC:34" },
        { "U/s. 304(B), 498-A, r/w. 34 I.P.C.", "IPC:304B IPC:498A IPC:34" },
        { "354-D", "IPC:354D" },
        { "498-A", "IPC:498A" },
        { "376(D) IPC", "IPC:376D" },
        { "376-AB IPC", "IPC:376AB" },
        { "376 DA IPC", "IPC:376DA" },
        { "376(2)(n) IPC", "IPC:376(2)(n)" },
        { "376 (2) (n) IPC", "IPC:376(2)(n)" },
        { "354A(1)(i) IPC", "IPC:354A(1)(i)" },
        { "354-A(1) IPC", "IPC:354A(1)" },
        { "120 B IPC", "IPC:120B" },
        { "153-A, 295-A IPC", "IPC:153A IPC:295A" },
        { "294(b), 323, 506(i) IPC", "IPC:294(b) IPC:323 IPC:506(i)" },
        { "294-b,506(ii) IPC", "IPC:294(b) IPC:506(ii)" },
        { "506 Part II IPC", "IPC:506(ii)" },
        { "304 Part-I IPC", "IPC:304(i)" },
        { "506-II IPC", "IPC:506(ii)" },
        { "Sec. 304B of the Indian Penal Code, 1860", "IPC:304B" },
        { "Section 302 of Indian Penal Code 1860", "IPC:302" },
        { "302 I. P. C.", "IPC:302" },
        { "IPC 1860 302", "IPC:302" },
        { "147,148,149,302 IPC", "IPC:147 IPC:148 IPC:149 IPC:302" },
        { "147/148/149/302", "IPC:147 IPC:148 IPC:149 IPC:302" },
        { "147-148-149-302 IPC", "IPC:147 IPC:148 IPC:149 IPC:302" },
        { "147; 148; 302 IPC", "IPC:147 IPC:148 IPC:302" },
        { "147+148+302 IPC", "IPC:147 IPC:148 IPC:302" },
        { "302 & 34 IPC", "IPC:302 IPC:34" },
        { "302 and 201 IPC", "IPC:302 IPC:201" },
        { "302 read with 34 IPC", "IPC:302 IPC:34" },
        { "376 R/W 511 IPC", "IPC:376 IPC:511" },
        { "302,302,34 IPC", "IPC:302 IPC:34" },
        { "147,148,302 IPC & 25/27 Arms Act", "IPC:147 IPC:148 IPC:302 ARMS:25 ARMS:27" },
        { "IPC 420, IT Act 66D", "IPC:420 IT:66D" },
        { "IPC 420 & 66D IT Act", "IPC:420 IT:66D" },
        { "IPC 420,468,471 & 66C,66D IT Act", "IPC:420 IPC:468 IPC:471 IT:66C IT:66D" },
        { "302 IPC r/w 3(2)(v) SC/ST Act", "IPC:302 SCST:3(2)(v)" },
        { "323 IPC, SC/ST Act 3(1)(r)(s)", "IPC:323 SCST:3(1)(r)(s)" },
        { "3(2)(va) SC/ST (Prevention of Atrocities) Act, 1989", "SCST:3(2)(va)" },
        { "498A/323/406 IPC and 3/4 DP Act", "IPC:498A IPC:323 IPC:406 DP:3 DP:4" },
        { "376 IPC, 5/6 POCSO Act", "IPC:376 POCSO:5 POCSO:6" },
        { "363,366 IPC 7/8 POCSO", "IPC:363 IPC:366 POCSO:7 POCSO:8" },
        { "302 IPC 25 Arms Act 9B Explosives Act", "IPC:302 ARMS:25 EXPLOSIVES:9B" },
        { "Arms Act 25, IPC 302", "ARMS:25 IPC:302" },
        { "66-C IT", "IT:66C" },
        { "66C of IT Act", "IT:66C" },
        { "66(C) Information Technology Act, 2000", "IT:66C" },
        { "67-B I.T. Act", "IT:67B" },
        { "66 D of the Information Technology (Amendment) Act 2008", "IT:66D" },
        { "3/25 Arms Act", "ARMS:3 ARMS:25" },
        { "25/54/59 Arms Act", "ARMS:25" },
        { "21/61/85 NDPS Act", "NDPS:21" },
        { "61/1/14 Excise Act", "EXCISE:61" },
        { "25(1B)(a) Arms Act", "ARMS:25(1B)(a)" },
        { "25(1-B)(a) Arms Act", "ARMS:25(1B)(a)" },
        { "25 (1B) (a) of Arms Act 1959", "ARMS:25(1B)(a)" },
        { "25(1)(B)(a) Arms Act", "ARMS:25(1B)(a)" },
        { "25-1B Arms Act", "ARMS:25(1B)" },
        { "8/20(b)(ii)(C) NDPS Act", "NDPS:8 NDPS:20(b)(ii)(c)" },
        { "8(c) r/w 21(b) N.D.P.S. Act 1985", "NDPS:8(c) NDPS:21(b)" },
        { "BNS 303(2)", "BNS:303(2)" },
        { "103(1) BNS", "BNS:103(1)" },
        { "103 (1) B.N.S.", "BNS:103(1)" },
        { "103-1 BNS", "BNS:103(1)" },
        { "115.2, 352 BNS", "BNS:115(2) BNS:352" },
        { "125-a BNS", "BNS:125(a)" },
        { "125(a),281 BNS", "BNS:125(a) BNS:281" },
        { "BNS 191(2),103(1)", "BNS:191(2) BNS:103(1)" },
        { "191(2),(3),190 BNS", "BNS:191(2) BNS:191(3) BNS:190" },
        { "u/s 64(2)(m) Bharatiya Nyaya Sanhita, 2023", "BNS:64(2)(m)" },
        { "BNS 2023 103(1)/3(5)", "BNS:103(1) BNS:3(5)" },
        { "BNS 303(2) & IPC 411", "BNS:303(2) IPC:411" },
        { "धारा 302 भा.दं.सं.", "IPC:302" },
        { "धारा 302/34 भादवि", "IPC:302 IPC:34" },
        { "धारा ३०२, ३४ भारतीय दंड संहिता", "IPC:302 IPC:34" },
        { "धारा 304क भादंसं", "IPC:304A" },
        { "354घ भादवि", "IPC:354D" },
        { "498-ए भादवि", "IPC:498" },
        { "धारा 103(1) भारतीय न्याय संहिता 2023", "BNS:103(1)" },
        { "धारा 379 भादवि व 25 आयुध अधिनियम", "IPC:379 ARMS:25" },
        { "3/5 पॉक्सो एक्ट", "POCSO:3 POCSO:5" },
        { "66 डी आईटी एक्ट", "IT:66" },
        { "இ.த.ச. பிரிவு 302", "IPC:302" },
        { "பிரிவு 304(அ) இ.த.ச", "IPC:304A" },
        { "302 இந்திய தண்டனைச் சட்டம்", "IPC:302" },
        { "இந்திய தண்டனைச் சட்டத்தின் பிரிவு 302 மற்றும் 34", "IPC:302 IPC:34" },
        { "௩௦௨ இ.த.ச", "IPC:302" },
        { "பிரிவு 103(1) பி.என்.எஸ்", "BNS:103(1)" },
        { "135 Electricity Act 2003", "ELECTRICITY:135" },
        { "75 JJ Act", "JJ:75" },
        { "16, 18 UA(P) Act 1967", "UAPA:16 UAPA:18" },
        { "3,4,5 I.T.P. Act", "PITA:3 PITA:4 PITA:5" },
        { "3/7 EC Act", "EC:3 EC:7" },
        { "26 Indian Forest Act 1927", "FOREST:26" },
        { "9/51 Wild Life (Protection) Act 1972", "WILDLIFE:9 WILDLIFE:51" },
        { "34 Police Act", "POLICE:34" },
        { "13 Public Gambling Act 1867", "GAMBLING:13" },
        { "41/102 CrPC, 379/411 IPC", "CRPC:41 CRPC:102 IPC:379 IPC:411" },
        { "3/4 Explosive Substances Act", "EXPLOSIVE-SUBSTANCES:3 EXPLOSIVE-SUBSTANCES:4" },
        { "12(1)(b) Passport Act", "PASSPORT:12(1)(b)" },
        { "184 M.V. Act", "MV:184" },
        { "63 Copyright Act 1957", "COPYRIGHT:63" },
        { "7, 13(1)(d) P.C. Act 1988", "PC:7 PC:13(1)(d)" },
        { "24 COTPA", "COTPA:24" },
        { "5 of Some Other Local Act 1999", "SLL:5" },
    };

    [Theory]
    [MemberData(nameof(Spellings))]
    public void Read_Spelling_GivesItsSections(string text, string expected) => Assert.Equal(expected, Read(text, null, s_before));

    [Theory]
    [InlineData("302", "IPC:302", "BNS:302")]
    [InlineData("103(1)", "IPC:103(1)", "BNS:103(1)")]
    [InlineData("376", "IPC:376", "IPC:376")]
    [InlineData("304A", "IPC:304A", "IPC:304A")]
    [InlineData("125a", "IPC:125A", "BNS:125(a)")]
    public void Read_NoAct_TakesTheCodeOfTheDay(string text, string before, string since)
    {
        Assert.Equal((before, since), (Read(text, null, s_before), Read(text, null, s_since)));
        Assert.True(SectionReader.Plain.Read(text, null, s_since)!.IsActAssumed);
    }

    [Theory]
    [InlineData("302, 34", "IPC", "IPC:302 IPC:34")]
    [InlineData("303(2)", "Bharatiya Nyaya Sanhita (BNS), 2023", "BNS:303(2)")]
    [InlineData("25", "Arms Act, 1959", "ARMS:25")]
    [InlineData("302,34; 25", "IPC 1860, Arms Act 1959", "IPC:302 IPC:34 ARMS:25")]
    [InlineData("BNS 103", "IPC", "BNS:103")]
    [InlineData("125a", "BNS", "BNS:125(a)")]
    public void Read_ActBeside_IsThatOfSectionsWithoutOne(string text, string acts, string expected) => Assert.Equal(expected, Read(text, acts, s_before));

    [Theory]
    [InlineData("burglary at 12 Main Road")]
    [InlineData("Seizure of 3 arms")]
    [InlineData("Theft of 2 bikes")]
    public void Read_WordsWithNumbers_AreNotCertain(string text) => Assert.False(SectionReader.Plain.Read(text, null, s_before)!.IsCertain);

    [Theory]
    [InlineData("murder")]
    [InlineData("")]
    [InlineData("2024")]
    [InlineData("FIR 302/2024")]
    public void Read_NoSection_IsNull(string text) => Assert.Null(SectionReader.Plain.Read(text, null, s_before));

    [Theory]
    [InlineData("IPC:302")]
    [InlineData("BNS:303(2)")]
    [InlineData("ARMS:25(1B)(a)")]
    [InlineData("IPC:294(b)")]
    [InlineData("EXPLOSIVE-SUBSTANCES:3")]
    public void Parse_OwnForm_GivesTheSection(string text) => Assert.Equal(text, LawSection.Parse(text)?.ToString());

    [Theory]
    [InlineData("302")]
    [InlineData("XYZ:302")]
    [InlineData("IPC:")]
    [InlineData("IPC:302,34")]
    [InlineData("IPC:murder")]
    public void Parse_OtherText_IsNull(string text) => Assert.Null(LawSection.Parse(text));

    [Fact]
    public void Holds_PartsButNotLetters()
    {
        Assert.True(new LawSection("IPC", "376").Holds(new LawSection("IPC", "376", "(2)(n)")));
        Assert.False(new LawSection("IPC", "376").Holds(new LawSection("IPC", "376A")));
        Assert.False(new LawSection("BNS", "303", "(2)").Holds(new LawSection("BNS", "303")));
        Assert.False(new LawSection("IPC", "302").Holds(new LawSection("BNS", "302")));
    }

    private static string Read(string text, string? acts, DateOnly day) =>
        string.Join(' ', SectionReader.Plain.Read(text, acts, day)!.Sections.Select(section => string.Create(CultureInfo.InvariantCulture, $"{section}")));
}
