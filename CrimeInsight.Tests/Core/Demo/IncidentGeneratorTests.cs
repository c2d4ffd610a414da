using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CrimeInsight.Core.Demo;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Tests.Core.Demo;

public sealed class IncidentGeneratorTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(20_000)]
    public void Generate_AnyNumber_GivesExactlyThatMany(int incidents) =>
        Assert.Equal(incidents, IncidentGenerator.Generate(new DemoRequest(incidents, 3), DemoTiny.Inputs).Count());

    [Fact]
    public void CountOf_Years_MatchWhatIsMade()
    {
        var sample = DemoSample.All;
        var made = sample.Incidents.CountBy(incident => incident.ReportedOn.Year).ToDictionary();
        Assert.All(made, year => Assert.Equal(sample.Generator.CountOf(year.Key), year.Value));
        Assert.Equal(200_000, sample.Incidents.Length);
    }

    [Fact]
    public void OfYear_SmallInputs_AreTheSameOnEveryMachine() =>
        Assert.Equal(Golden, HashOf(new IncidentGenerator(new DemoRequest(5_000, 1), DemoTiny.Inputs).OfYear(2021)));

    [Fact]
    public void OfYear_OtherSeed_Differs() =>
        Assert.NotEqual(Golden, HashOf(new IncidentGenerator(new DemoRequest(5_000, 2), DemoTiny.Inputs).OfYear(2021)));

    [Fact]
    public void OfYear_MadeAloneOrAfterOthers_IsTheSame()
    {
        var request = new DemoRequest(5_000, 4);
        var all = IncidentGenerator.Generate(request, DemoTiny.Inputs);
        var alone = new IncidentGenerator(request, DemoTiny.Inputs).OfYear(2023);
        Assert.Equal(HashOf(all.Where(incident => incident.ReportedOn.Year == 2023)), HashOf(alone));
    }

    [Fact]
    public void References_All_AreUnique() =>
        Assert.Equal(DemoSample.All.Incidents.Length, DemoSample.All.Incidents.Select(incident => incident.SourceReference).Distinct().Count());

    [Fact]
    public void Counts_DistrictHeadYear_AreTheirTargetRounded()
    {
        var sample = DemoSample.All;
        var made = sample.Incidents.CountBy(incident => (sample.District[incident.JurisdictionOrdinal], sample.Code[incident.HeadId], incident.ReportedOn.Year))
            .ToDictionary();
        Assert.Equal(0, Misses(sample, made));
        made[("IN-TN-568", "burglary", 2021)] = made.GetValueOrDefault(("IN-TN-568", "burglary", 2021)) + 2;
        Assert.Equal(1, Misses(sample, made));
    }

    [Fact]
    public void Counts_HeadYear_FollowTheOfficialFigures()
    {
        var official = DemoSeed.Inputs.Figures.Where(figure => figure.AreaCode.Length == 5).ToList();
        var total = official.Sum(figure => (double)figure.Cases);
        var sample = DemoSample.All;
        var made = sample.Incidents.CountBy(incident => (incident.HeadId, incident.ReportedOn.Year)).ToDictionary();
        foreach (var cell in official.Where(figure => figure.Year < 2024).GroupBy(figure => (figure.HeadId, figure.Year)))
            Assert.InRange(made.GetValueOrDefault(cell.Key), Expected(cell) - 1.001, Expected(cell) + 1.001);

        double Expected(IEnumerable<DemoFigure> cell) => cell.Sum(figure => (double)figure.Cases) * sample.Incidents.Length / total;
    }

    [Fact]
    public void ExpectedCases_WorkedExample_SharesTheStateByItsDistricts()
    {
        // 2023 in state AA: 530 burglaries, three quarters in the first district as in 2022; all cases of all years 5,800.
        var truth = new IncidentGenerator(new DemoRequest(740, 1), DemoTiny.Inputs).Truth;
        Assert.Equal(530 * 0.75 / TinyTotal * 740, truth.ExpectedCases("IN-AA-001", "burglary", 2023), 9);
        Assert.Equal(530 * 0.25 / TinyTotal * 740, truth.ExpectedCases("IN-AA-002", "burglary", 2023), 9);
    }

    [Fact]
    public void Constructor_NoFigures_SaysWhatToDo()
    {
        var problem = Assert.Throws<ArgumentException>(() => new IncidentGenerator(new DemoRequest(10, 1), DemoSeed.Inputs with { Figures = [] }));
        Assert.Contains("load the reference data", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 2020, "2025-01-01")]
    [InlineData(10, 2025, "2025-01-01")]
    [InlineData(10, 1990, "2025-01-01")]
    [InlineData(10, 2020, "2040-01-01")]
    public void Request_OutOfRange_IsRefused(int incidents, int from, string until) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DemoRequest(incidents, 1, from, DateOnly.Parse(until, CultureInfo.InvariantCulture)));

    private const double TinyTotal = 5 * (500 + 80 + 120 + 300 + 60) + 5 * 10 * 10;

    private const string Golden = "4a7f7588e83598f6201b9a98d0fa53b2269e9cb9d93abd7f0a57f614bf0000aa";

    private static int Misses(DemoSample sample, Dictionary<(string, string, int), int> made)
    {
        var misses = 0;
        foreach (var district in sample.Inputs.Districts)
            foreach (var head in sample.Inputs.Heads)
                for (var year = 2020; year < 2025; year++)
                {
                    var target = sample.Generator.Truth.ExpectedCases(district.Code, head.Code, year);
                    if (Math.Abs(made.GetValueOrDefault((district.Code, head.Code, year)) - target) > 1 + 1e-6)
                        misses++;
                }

        return misses;
    }

    private static string HashOf(IEnumerable<Incident> incidents)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var i in incidents)
            hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant(
                $"{i.SourceReference}|{i.JurisdictionOrdinal}|{i.HeadId}|{i.OccurredOn:O}|{i.OccurredAt:O}|{i.OccurredUntil:O}|{i.ReportedOn:O}|{i.Place?.Latitude:R}|{i.Place?.Longitude:R}|{i.Precision}|{i.VictimGender}|{i.VictimAgeBand}|{i.OffenderGender}|{i.OffenderAgeBand}|{i.Status}|{i.PropertyValueRupees}|{i.ModusOperandi}\n")));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
