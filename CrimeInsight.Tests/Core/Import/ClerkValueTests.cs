using System.Globalization;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Tests.Core.Import;

/// <summary>Dates, ages, genders, amounts and coordinates as clerks and machines write them. Outcomes were written down before they were tried.</summary>
public sealed class ClerkValueTests
{
    private static readonly DateOnly s_offence = new(2024, 3, 5);

    public static TheoryData<string, string> Dates { get; } = ClerkCases.Pairs(ClerkValueCases.Dates);

    public static TheoryData<string, string> Ages { get; } = ClerkCases.Pairs(ClerkPersonCases.Ages);

    public static TheoryData<string, string> Genders { get; } = ClerkCases.Pairs(ClerkPersonCases.Genders);

    public static TheoryData<string, string> Amounts { get; } = ClerkCases.Pairs(ClerkValueCases.Amounts);

    public static TheoryData<string, string> Coordinates { get; } = ClerkCases.Pairs(ClerkValueCases.Coordinates);

    [Theory]
    [MemberData(nameof(Dates))]
    public void Date_AsAClerkWritesIt_IsThatMoment(string text, string expected)
    {
        var outcome = new DateReader(null).Read(text, out var date, out var time);
        Assert.Equal(expected, outcome != DateOutcome.Read ? "!"
            : date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + time?.ToString(" HH:mm", CultureInfo.InvariantCulture));
    }

    [Theory]
    [MemberData(nameof(Ages))]
    public void Age_AsAClerkWritesIt_IsItsBand(string text, string expected)
    {
        var person = PersonText.Read(text);
        var age = person?.AgeOn(s_offence);
        if (person is { IsChild: true } && age is null or { Band: AgeBand.Unknown })
            age = AgeReading.Minor;
        var told = age is not { } known ? "!" : known.Band != AgeBand.Unknown ? BandOf(known.Band) : known.IsMinor ? "minor" : "unknown";
        Assert.Equal(expected, told == "!" || person?.Gender is not { } gender ? told : $"{told} {gender}".ToLowerInvariant());
    }

    [Theory]
    [MemberData(nameof(Genders))]
    public void Gender_AsAClerkWritesIt_IsThatGender(string text, string expected) =>
        Assert.Equal(expected, PersonText.Read(text)?.Gender?.ToString().ToLowerInvariant() ?? "!");

    [Theory]
    [MemberData(nameof(Amounts))]
    public void Amount_AsAClerkWritesIt_IsInRupees(string text, string expected) =>
        Assert.Equal(expected, RupeeText.Read(text) is { } rupees
            ? Math.Round(rupees, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture)
            : "!");

    [Theory]
    [MemberData(nameof(Coordinates))]
    public void Coordinate_AsAClerkWritesIt_IsInDegrees(string text, string expected) =>
        Assert.Equal(expected, CoordinateText.Read(text) is { } angle ? Math.Round(angle.Degrees, 4).ToString("0.####", CultureInfo.InvariantCulture) : "!");

    private static string BandOf(AgeBand band) => band switch
    {
        AgeBand.Below6 => "below-6",
        AgeBand.From6To11 => "6-11",
        AgeBand.From12To15 => "12-15",
        AgeBand.From16To17 => "16-17",
        AgeBand.From18To29 => "18-29",
        AgeBand.From30To44 => "30-44",
        AgeBand.From45To59 => "45-59",
        _ => "60+",
    };
}
