using CrimeInsight.Core.Demo;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Tests.Core.Demo;

/// <summary>What single records carry: missing fields, people, status, and the rules that protect victims.</summary>
public sealed class DemoRecordTests
{
    private static readonly DemoSample s_sample = DemoSample.All;

    [Fact]
    public void Missing_Fields_HaveTheirShares()
    {
        Assert.InRange(Share(incident => incident.OccurredAt is null), 0.057, 0.063);
        Assert.InRange(Share(incident => incident.Place is null), 0.064, 0.074);
        Assert.InRange(Share(incident => incident.JurisdictionOrdinal % 100_000 == 0), 0.047, 0.053);
        Assert.InRange(Share(incident => incident.VictimGender != Gender.Unknown && incident.VictimAgeBand == AgeBand.Unknown), 0.01, 0.10);
    }

    [Fact]
    public void Sensitive_Heads_CarryNoTextNoValueNoExactPlace()
    {
        var sensitive = s_sample.Inputs.Heads.Where(head => head.IsSensitive).Select(head => head.Code).ToArray();
        var incidents = s_sample.Of(sensitive).ToList();
        Assert.True(incidents.Count > 1_000);
        Assert.All(incidents, incident =>
        {
            Assert.Null(incident.ModusOperandi);
            Assert.Null(incident.PropertyValueRupees);
            Assert.True(incident.Precision is LocationPrecision.Cell or LocationPrecision.None);
            if (incident.Place is { } place)
                Assert.InRange(DegreeScale.At(place).Metres(place, MapCell.Generalise(place)), 0, 2);
        });
        Assert.Contains(
            s_sample.Of("robbery"), incident => incident is { ModusOperandi: not null, PropertyValueRupees: not null, Precision: LocationPrecision.Exact });
    }

    [Fact]
    public void ModusOperandi_All_IsASmallVocabulary()
    {
        var phrases = s_sample.Incidents.Select(incident => incident.ModusOperandi).Where(phrase => phrase is not null).Distinct().ToList();
        Assert.InRange(phrases.Count, 40, 120);
        Assert.All(phrases, phrase => Assert.InRange(phrase!.Length, 5, 40));
    }

    [Fact]
    public void Victims_OfHeads_AreWhoTheLawProtects()
    {
        Assert.All(s_sample.Of("cruelty-by-husband", "rape", "dowry-death"), incident => Assert.NotEqual(Gender.Male, incident.VictimGender));
        Assert.All(s_sample.Of("pocso"), incident => Assert.True(incident.VictimAgeBand <= AgeBand.From16To17));
        Assert.All(s_sample.Of("gambling", "excise", "arms-firearms"), incident => Assert.Equal(Gender.Unknown, incident.VictimGender));
        Assert.InRange(s_sample.Of("auto-theft").Average(incident => incident.OffenderGender == Gender.Unknown ? 1.0 : 0), 0.62, 0.74);
    }

    [Fact]
    public void Status_YoungCases_AreMostlyUnderInvestigation()
    {
        double Open(Func<Incident, bool> which) =>
            s_sample.Incidents.Where(which).Average(incident => incident.Status == LegalStatus.UnderInvestigation ? 1.0 : 0);
        Assert.InRange(Open(incident => incident.ReportedOn >= new DateOnly(2024, 12, 1)), 0.7, 1);
        Assert.InRange(Open(incident => incident.ReportedOn < new DateOnly(2022, 1, 1)), 0, 0.1);
    }

    [Theory]
    [InlineData("IN-TN")]
    [InlineData("IN-MH")]
    [InlineData("IN-UP")]
    public void Status_OfAState_MeetsItsOfficialRates(string state)
    {
        var cases = s_sample.Incidents.Where(incident => incident.OccurredOn.Year == 2021
            && s_sample.District[incident.JurisdictionOrdinal].StartsWith(state, StringComparison.Ordinal)).ToList();
        var rate = s_sample.Inputs.Rates.Single(entry => entry.StateCode == state && entry.Year == 2021);
        Assert.InRange(
            100 * Rate(cases, status => status is LegalStatus.Chargesheeted or LegalStatus.Convicted or LegalStatus.Acquitted,
                status => status is not LegalStatus.UnderInvestigation), rate.ChargesheetPercent - 4, rate.ChargesheetPercent + 4);
    }

    [Fact]
    public void Values_Burglary_AreLogNormalAroundTheirMedian()
    {
        var values = DemoSample.Property.Of("burglary").Select(incident => incident.PropertyValueRupees).OfType<long>().Order().ToList();
        Assert.InRange(values[values.Count / 2], 54_000, 66_000);
        Assert.InRange(Math.Log((double)values[(int)(values.Count * 0.8413)] / values[values.Count / 2]), 1.05, 1.35);
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.7)]
    [InlineData(1)]
    [InlineData(2.5)]
    [InlineData(123_456)]
    public void PortableMath_Values_AgreeWithTheRuntime(double value)
    {
        Assert.Equal(Math.Log(value), PortableMath.Log(value), 12);
        Assert.Equal(1, PortableMath.Exp(Math.Log(value)) / value, 12);
        Assert.Equal(Math.Cos(value / 123_456), PortableMath.Cos(value / 123_456), 12);
    }

    private static double Share(Func<Incident, bool> which) => s_sample.Incidents.Count(which) / (double)s_sample.Incidents.Length;

    private static double Rate(List<Incident> cases, Func<LegalStatus, bool> which, Func<LegalStatus, bool> of) =>
        cases.Count(incident => which(incident.Status)) / (double)cases.Count(incident => of(incident.Status));
}
