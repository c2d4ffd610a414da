using CrimeInsight.Core.Demo;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Tests.Core.Demo;

/// <summary>Days made alone, after the official figures, and after the last that was asked for.</summary>
public sealed class DemoDaysTests
{
    private static readonly DateOnly s_until = new(2026, 11, 30);
    private static readonly Lazy<(IncidentGenerator Generator, List<Incident> Incidents)> s_late = new(MakeLate);

    [Fact]
    public void OfDays_DayByDay_IsWhatTheYearHas()
    {
        var generator = new IncidentGenerator(DemoRequest.OfShare(0.9, 3), DemoTiny.Inputs);
        var days = new List<Incident>();
        for (var day = new DateOnly(2022, 1, 1); day.Year == 2022; day = day.AddDays(1))
        {
            var made = generator.OfDays(day, day.AddDays(1)).ToList();
            Assert.All(made, incident => Assert.Equal(day, incident.ReportedOn));
            Assert.Equal(made.Count, generator.CountOf(day, day.AddDays(1)));
            days.AddRange(made);
        }

        Assert.True(days.Count > 500);
        Assert.Equal(InOrder(generator.OfYear(2022)), InOrder(days));
    }

    [Fact]
    public void OfDays_LaterEnd_ChangesNothingEarlierButWhatIsKnownOfIt()
    {
        var until = new DateOnly(2026, 3, 15);
        var before = InOrder(Made(until));
        var after = InOrder(Made(until.AddDays(40)).Where(incident => incident.ReportedOn < until));
        Assert.Equal(before.Select(Fixed), after.Select(Fixed));
        Assert.All(before.Zip(after), pair => Assert.True(Leads(pair.First.Status, pair.Second.Status)));
        Assert.Contains(before.Zip(after), pair => pair.First.Status != pair.Second.Status);
    }

    [Fact]
    public void OfDays_AfterTheEnd_IsTheSameInOneGoAndDayByDay()
    {
        var generator = new IncidentGenerator(new DemoRequest(4_000, 5, until: new DateOnly(2025, 12, 20)), DemoTiny.Inputs);
        var from = new DateOnly(2026, 1, 1);
        var atOnce = InOrder(generator.OfDays(from, from.AddDays(60)));
        var daily = InOrder(Enumerable.Range(0, 60).SelectMany(day => generator.OfDays(from.AddDays(day), from.AddDays(day + 1))));
        Assert.NotEmpty(atOnce);
        Assert.Equal(atOnce, daily);
        Assert.All(atOnce, incident => Assert.InRange(incident.ReportedOn, from, from.AddDays(59)));
        Assert.Contains(atOnce, incident => incident.OccurredOn < from);
    }

    [Fact]
    public void References_OfAYear_CountThroughItsDays()
    {
        var district = Made(s_until).Where(incident => incident.SourceReference!.StartsWith("IN-AA-001/2025/", StringComparison.Ordinal))
            .OrderBy(incident => incident.SourceReference).ToList();
        Assert.Equal($"IN-AA-001/2025/{district.Count:D6}", district[^1].SourceReference);
        Assert.Equal(district.Select(incident => incident.ReportedOn).Order(), district.Select(incident => incident.ReportedOn));
    }

    [Fact]
    public void Share_OfANumber_IsWhatAnyPlaceHasOfIt()
    {
        // Half a year of 2025 at the level that 2024 ends on, and the five years before.
        var generator = new IncidentGenerator(new DemoRequest(3_000, 1, until: new DateOnly(2025, 7, 1)), DemoTiny.Inputs);
        var made = Enumerable.Range(2020, 6).Sum(generator.CountOf);
        Assert.InRange(made, 2_900, 3_100);
        Assert.Equal(530 * 0.75 * generator.Share, generator.Truth.ExpectedCases("IN-AA-001", "burglary", 2023), 9);
    }

    [Fact]
    public void ExpectedCases_AfterTheOfficialYears_StayAtTheLevelTheLastEndsOn()
    {
        // Burglary in BB: 330, then 340 in 2024; the line through 2024 rises by 10 ÷ 340 shrunk by 340 ÷ 440, half of it after the middle.
        var truth = new IncidentGenerator(DemoRequest.OfShare(1, 1, until: s_until), DemoTiny.Inputs).Truth;
        var level = 340 * (1 + 10.0 / 340 * (340.0 / 440) / 2);
        Assert.Equal(level, truth.ExpectedCases("IN-BB-001", "burglary", 2025), 9);
        Assert.Equal(level, truth.ExpectedCases("IN-BB-001", "burglary", 2026), 9);
        Assert.Equal(3.0 / 7, truth.ExpectedCases("IN-BB-001", "snatching", 2025) / truth.ExpectedCases("IN-BB-001", "robbery", 2025), 9);
    }

    [Fact]
    public void Days_AfterTheOfficialYears_MatchTheExpectedMonths()
    {
        var (generator, incidents) = s_late.Value;
        var heads = DemoSeed.Inputs.Heads.Where(head => PlantedEffects.Contagions.All(contagion => contagion.HeadCode != head.Code))
            .ToDictionary(head => head.Id, head => head.Code);
        var (observed, expected) = (new double[23], new double[23]);
        foreach (var incident in incidents.Where(incident => heads.ContainsKey(incident.HeadId)))
            observed[Month(incident.ReportedOn)]++;
        foreach (var state in DemoSeed.Inputs.Districts.Select(district => district.StateCode).Distinct())
            foreach (var code in heads.Values)
            {
                var days = generator.Truth.ExpectedByDay(state, code);
                Assert.Equal(s_until.DayNumber - new DateOnly(2025, 1, 1).DayNumber, days.Length);
                for (var day = 0; day < days.Length; day++)
                    expected[Month(new DateOnly(2025, 1, 1).AddDays(day))] += days[day];
            }

        // Pearson's X²: 23 cells less two years.
        Assert.InRange(observed.Zip(expected).Sum(pair => Math.Pow(pair.First - pair.Second, 2) / pair.Second), 5, 50);
        Assert.Equal(s_until.AddDays(-1), incidents.Max(incident => incident.ReportedOn));
    }

    [Fact]
    public void Hours_AfterTheOfficialYears_FollowTheirProfile()
    {
        var robbery = DemoSeed.Inputs.Heads.Single(head => head.Code == "other-theft").Id;
        var hours = s_late.Value.Incidents.Where(incident => incident.HeadId == robbery && incident.OccurredAt is not null)
            .Select(incident => incident.OccurredAt!.Value.Hour).ToList();
        double Statistic(string head) => PlantedEffects.HourSharesOf(head)
            .Select((share, hour) => Math.Pow(hours.Count(found => found == hour) - hours.Count * share, 2) / (hours.Count * share)).Sum();
        Assert.InRange(Statistic("other-theft"), 4, 52);
        Assert.True(Statistic("burglary") > 500);
    }

    [Fact]
    public void Station_OfTheDemoOfficer_HasTensOfCasesAWeek()
    {
        var inputs = DemoSeed.Inputs;
        var station = inputs.Stations.Where(station => station.DistrictCode == "IN-MH-482").MinBy(station => station.Ordinal)!.Ordinal;
        var generator = new IncidentGenerator(DemoRequest.OfShare(0.125, 1, 2026, s_until), inputs);
        var cases = generator.OfDays(s_until.AddDays(-14), s_until).Count(incident => incident.JurisdictionOrdinal == station);
        Assert.InRange(cases / 2.0, 15, 60);
    }

    [Theory]
    [InlineData("2026-11-29T18:29:59Z", "2026-11-29")]
    [InlineData("2026-11-29T18:30:00Z", "2026-11-30")]
    public void DayAt_AroundMidnightInIndia_IsTheDayThere(string instant, string day) =>
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
            DemoRequest.DayAt(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)));

    private static (IncidentGenerator, List<Incident>) MakeLate()
    {
        var generator = new IncidentGenerator(new DemoRequest(60_000, 13, 2025, s_until), DemoSeed.Inputs);
        return (generator, [.. generator.OfYear(2025), .. generator.OfYear(2026)]);
    }

    private static IEnumerable<Incident> Made(DateOnly until) => IncidentGenerator.Generate(DemoRequest.OfShare(0.8, 9, until: until), DemoTiny.Inputs);

    private static List<Incident> InOrder(IEnumerable<Incident> incidents) =>
        [.. incidents.OrderBy(incident => incident.SourceReference, StringComparer.Ordinal)];

    private static Incident Fixed(Incident incident) => incident with { Status = default, ChargesheetedOn = null, DisposedOn = null };

    private static bool Leads(LegalStatus from, LegalStatus to) => from == to || from == LegalStatus.UnderInvestigation
        || (from == LegalStatus.Chargesheeted && to is LegalStatus.Convicted or LegalStatus.Acquitted);

    private static int Month(DateOnly day) => (day.Year - 2025) * 12 + day.Month - 1;
}
