using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Tests.Core.Import;

/// <summary>Ages, genders, amounts, coordinates, headers and formats as people write them.</summary>
public sealed class WrittenValueTests
{
    [Theory]
    [InlineData("34 yrs", AgeBand.From30To44)]
    [InlineData("34Y", AgeBand.From30To44)]
    [InlineData("34 years old", AgeBand.From30To44)]
    [InlineData("३४", AgeBand.From30To44)]
    [InlineData("३४ वर्ष", AgeBand.From30To44)]
    [InlineData("உத்தேசம் 34 வயது", AgeBand.From30To44)]
    [InlineData("about 17", AgeBand.From16To17)]
    [InlineData("6 years 3 months", AgeBand.From6To11)]
    [InlineData("8 months", AgeBand.Below6)]
    [InlineData("20 days", AgeBand.Below6)]
    [InlineData("14 माह", AgeBand.Below6)]
    [InlineData("30-35", AgeBand.From30To44)]
    [InlineData("25 to 35 yrs", AgeBand.Unknown)]
    [InlineData("60 and above", AgeBand.From60)]
    [InlineData("65+", AgeBand.From60)]
    [InlineData("Senior citizen", AgeBand.From60)]
    [InlineData("Adult", AgeBand.Unknown)]
    [InlineData("MAJOR", AgeBand.Unknown)]
    [InlineData("बालिग", AgeBand.Unknown)]
    [InlineData("<6", AgeBand.Below6)]
    [InlineData("<1", AgeBand.Below6)]
    [InlineData("below 5 years", AgeBand.Below6)]
    [InlineData("12 – 15", AgeBand.From12To15)]
    public void Age_Written_IsItsBand(string text, AgeBand expected)
    {
        Assert.Equal(expected, Assert.NotNull(CodeLists.Age(text)).Band);
    }

    [Theory]
    [InlineData("130 yrs")]
    [InlineData("16-20")]
    [InlineData("34 apples")]
    [InlineData("thirty")]
    [InlineData("below 40")]
    public void Age_NoAge_IsNone(string text) => Assert.Null(CodeLists.Age(text));

    /// <summary>Under 18 and no band: the case is protected all the same.</summary>
    [Theory]
    [InlineData("Minor", true)]
    [InlineData("नाबालिग", true)]
    [InlineData("நாபாலகர்", null)]
    [InlineData("juvenile", true)]
    [InlineData("below 18", true)]
    [InlineData("under 12 years", true)]
    [InlineData("10-17", true)]
    [InlineData("17", true)]
    [InlineData("CCL", true)]
    [InlineData("Major", false)]
    [InlineData("18+", false)]
    [InlineData("unknown", false)]
    public void Age_OfAMinor_IsKnownAsOne(string text, bool? isMinor) => Assert.Equal(isMinor, CodeLists.Age(text)?.IsMinor);

    [Theory]
    [InlineData("पुरूष", Gender.Male)]
    [InlineData("स्त्री", Gender.Female)]
    [InlineData("মহিলা", Gender.Female)]
    [InlineData("పురుషుడు", Gender.Male)]
    [InlineData("મહિલા", Gender.Female)]
    [InlineData("عورت", Gender.Female)]
    [InlineData("ಹೆಣ್ಣು", Gender.Female)]
    [InlineData("ପୁରୁଷ", Gender.Male)]
    [InlineData("സ്ത്രീ", Gender.Female)]
    [InlineData("ਔਰਤ", Gender.Female)]
    [InlineData("পুৰুষ", Gender.Male)]
    [InlineData("ट्रांसजेंडर", Gender.Transgender)]
    [InlineData(" F. ", Gender.Female)]
    [InlineData("Fem.", Gender.Female)]
    [InlineData("স্ত্রী", Gender.Female)]
    [InlineData("म0", Gender.Female)]
    [InlineData("पु0", Gender.Male)]
    [InlineData("Third-Gender", Gender.Transgender)]
    [InlineData("অজ্ঞাত", Gender.Unknown)]
    public void TryGender_WordOfAnyLanguage_IsKnown(string text, Gender expected)
    {
        Assert.True(CodeLists.TryGender(text, out var gender));
        Assert.Equal(expected, gender);
    }

    [Theory]
    [InlineData("12,34,567", 1234567)]
    [InlineData("1,234,567.50", 1234567.5)]
    [InlineData("1.234.567,50", 1234567.5)]
    [InlineData("1500,50", 1500.5)]
    [InlineData("45,000", 45000)]
    [InlineData("₹ 1.5 lakh", 150000)]
    [InlineData("Rs. 1.5 lacs", 150000)]
    [InlineData("2 crore", 20000000)]
    [InlineData("रु. ५ लाख", 500000)]
    [InlineData("५०,०००", 50000)]
    [InlineData("50 हज़ार रुपये", 50000)]
    [InlineData("Rs 500/-", 500)]
    [InlineData("Rs.1,00,000=00", 100000)]
    [InlineData("Rs. 500=00/-", 500)]
    [InlineData("INR 12,34,567.00", 1234567)]
    [InlineData("₹\u00A012\u00A0500", 12500)]
    [InlineData("10 thousand rupees only", 10000)]
    [InlineData("2 லட்சம்", 200000)]
    public void Read_WrittenAmount_IsRupees(string text, double expected) => Assert.Equal((decimal)expected, RupeeText.Read(text));

    [Theory]
    [InlineData("a lot")]
    [InlineData("12,3,4")]
    [InlineData("5 goats")]
    [InlineData("1.2.3")]
    public void Read_NoAmount_IsNone(string text) => Assert.Null(RupeeText.Read(text));

    [Theory]
    [InlineData("13,0827", 13.0827, 4)]
    [InlineData("13.0827 N", 13.0827, 4)]
    [InlineData("N 13.0827", 13.0827, 4)]
    [InlineData("13.0827°", 13.0827, 4)]
    [InlineData("13°04'57.7\"N", 13.082694, 4)]
    [InlineData("13° 04′ 57.7″ N", 13.082694, 4)]
    [InlineData("13 04 57.7", 13.082694, 4)]
    [InlineData("13-04-57 N", 13.0825, 4)]
    [InlineData("13°4.962'N", 13.0827, 4)]
    [InlineData("13d04m57.7s N", 13.082694, 4)]
    [InlineData("१३.०८२७", 13.0827, 4)]
    [InlineData("Lat: 13.0827", 13.0827, 4)]
    [InlineData("73.5 W", -73.5, 1)]
    [InlineData("13°04'", 13.066667, 1)]
    [InlineData("+13.0827", 13.0827, 4)]
    [InlineData("13.0827 North", 13.0827, 4)]
    [InlineData("80.2707 degrees East", 80.2707, 4)]
    [InlineData("13.0827 उ", 13.0827, 4)]
    [InlineData("80.2707 पूर्व", 80.2707, 4)]
    [InlineData("13.0827 வடக்கு", 13.0827, 4)]
    [InlineData("73.5 west", -73.5, 1)]
    [InlineData("1.30827E+01", 13.0827, 4)]
    [InlineData("8,02707E+01", 80.2707, 4)]
    public void Read_WrittenCoordinate_IsDegrees(string text, double degrees, int decimals)
    {
        var angle = Assert.NotNull(CoordinateText.Read(text));
        Assert.Equal(degrees, angle.Degrees, 5);
        Assert.Equal(decimals, angle.Decimals);
    }

    [Theory]
    [InlineData("north")]
    [InlineData("13°64'")]
    [InlineData("13.08.27")]
    [InlineData("1.308E1")]
    [InlineData("13.08 X")]
    public void Read_NoCoordinate_IsNone(string text) => Assert.Null(CoordinateText.Read(text));

    [Theory]
    [InlineData("13.0827, 80.2707")]
    [InlineData("(13.0827,80.2707)")]
    [InlineData("13.0827 80.2707")]
    [InlineData("13,0827; 80,2707")]
    [InlineData("POINT(80.2707 13.0827)")]
    [InlineData("POINT (80.2707 13.0827)")]
    [InlineData("SRID=4326;POINT(80.2707 13.0827)")]
    [InlineData("13.0827N 80.2707E")]
    [InlineData("80.2707E, 13.0827N")]
    [InlineData("N13.0827 E80.2707")]
    [InlineData("Lat: 13.0827, Long: 80.2707")]
    [InlineData("geo:13.0827,80.2707")]
    [InlineData("13.0827/80.2707")]
    [InlineData("13,0827 80,2707")]
    [InlineData("13.0827 North 80.2707 East")]
    [InlineData("https://maps.google.com/?q=13.0827,80.2707")]
    [InlineData("https://www.google.com/maps/place/Chennai/@13.0827,80.2707,15z/data=abc")]
    public void ReadPair_BothInOneCell_AreTheirPoint(string text)
    {
        var (latitude, longitude) = Assert.NotNull(CoordinateText.ReadPair(text));
        Assert.Equal((13.0827, 80.2707), (Math.Round(latitude.Degrees, 6), Math.Round(longitude.Degrees, 6)));
    }

    [Theory]
    [InlineData("DD-MM-YYYY", "dd-MM-yyyy", false)]
    [InlineData("dd-mm-yyyy", "dd-MM-yyyy", false)]
    [InlineData("dd/mm/yyyy hh:mm", "dd/MM/yyyy HH:mm", false)]
    [InlineData("DD/MM/YYYY HH:MM:SS", "dd/MM/yyyy HH:mm:ss", false)]
    [InlineData("YYYY-MM-DD HH24:MI", "yyyy-MM-dd HH:mm", false)]
    [InlineData("dd-MON-yyyy", "dd-MMM-yyyy", false)]
    [InlineData("%d-%m-%Y %H:%M", "dd-MM-yyyy HH:mm", false)]
    [InlineData("mm-dd-yyyy HHmm", "MM-dd-yyyy HHmm", false)]
    [InlineData("dd-MM-yyyy hh:mm AM", "dd-MM-yyyy hh:mm tt", false)]
    [InlineData("HH:MM", "HH:mm", true)]
    [InlineData("hh:mm", "HH:mm", true)]
    [InlineData("dd-MM-yyyy", "dd-MM-yyyy", false)]
    [InlineData("yyyy-MM-ddTHH:mm:ss.fff", "yyyy-MM-ddTHH:mm:ss.fff", false)]
    [InlineData("d MMMM yyyy h:mm tt", "d MMMM yyyy h:mm tt", false)]
    [InlineData("dd'/'MM'/'yyyy 'at' HH.mm", "dd'/'MM'/'yyyy 'at' HH.mm", false)]
    [InlineData("HHmm", "HHmm", true)]
    [InlineData("Hmm", "Hmm", true)]
    [InlineData("mm", "mm", true)]
    public void Spell_Format_IsWrittenAsItMustBe(string format, string expected, bool isTime) => Assert.Equal(expected, DateFormats.Spell(format, isTime));

    [Theory]
    [InlineData("dd-mm-yyyy", "dd-MM-yyyy")]
    [InlineData("DD-MM-YYYY", "dd-MM-yyyy")]
    [InlineData("MM-yyyy", "day (dd)")]
    [InlineData("dd-MM", "year (yyyy)")]
    [InlineData("dd yyyy", "month (MM)")]
    [InlineData("HH:mm", "day (dd), month (MM), year (yyyy)")]
    [InlineData("", "empty format")]
    public void Parse_FormatThatWouldReadWrongDates_IsRefusedWithTheRightOne(string format, string expected)
    {
        var refusal = Assert.Throws<ImportRefusedException>(() => ImportMapping.Parse(
            $$"""{ "columns": { "occurred_from": { "from": "when", "formats": ["{{format}}"] }, "head_code": { "from": "head" } } }"""));
        Assert.Equal(FileProblem.MappingInvalid, refusal.Problem);
        Assert.Contains(expected, refusal.Details[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(open")]
    [InlineData("(?=ahead)x")]
    [InlineData("(.)\\1")]
    public void Parse_PatternThatIsNone_IsNamedWithoutWordsOfTheRuntime(string pattern)
    {
        var refusal = Assert.Throws<ImportRefusedException>(() => ImportMapping.Parse(
            new ImportMapping { Columns = new Dictionary<string, ColumnMapping> { ["head_code"] = new() { From = ["head"], Pattern = pattern } } }.ToJson()));
        Assert.Equal(FileProblem.PatternInvalid, refusal.Problem);
        Assert.Equal([pattern], refusal.Details);
    }

    [Theory]
    [InlineData("Source Reference")]
    [InlineData("SOURCE-REFERENCE")]
    [InlineData("source_reference")]
    [InlineData(" Source\u00A0Reference ")]
    [InlineData("\uFEFFsource\u200B_reference")]
    [InlineData("Source.Reference:")]
    public void Key_SpellingsOfAHeader_AreOne(string header) => Assert.Equal("sourcereference", HeaderNames.Key(header));
}
