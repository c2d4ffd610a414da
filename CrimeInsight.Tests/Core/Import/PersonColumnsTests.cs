using System.Text;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Import;

/// <summary>Gender and age of a row whose offence was on 5 March 2024.</summary>
public sealed class PersonColumnsTests
{
    private static readonly ReferenceData s_reference = new(SmallReference.Data.Jurisdictions, SeedStatutes.Tree, 1);
    private static readonly Viewer s_admin = new(Guid.Empty, "admin", PersonRole.Admin, [1]);

    [Theory]
    [InlineData("female", "15", Gender.Female, AgeBand.From12To15, true)]
    [InlineData("", "15Y/F", Gender.Female, AgeBand.From12To15, true)]
    [InlineData("15Y/F", "", Gender.Female, AgeBand.From12To15, true)]
    [InlineData("15Y/F", "15Y/F", Gender.Female, AgeBand.From12To15, true)]
    [InlineData("female", "12/05/2010", Gender.Female, AgeBand.From12To15, true)]
    [InlineData("girl", "", Gender.Female, AgeBand.Unknown, true)]
    [InlineData("girl", "24", Gender.Female, AgeBand.From18To29, false)]
    [InlineData("बालिका", "unknown", Gender.Female, AgeBand.Unknown, true)]
    [InlineData("female", "minor", Gender.Female, AgeBand.Unknown, true)]
    [InlineData("female", "34, 15", Gender.Female, AgeBand.Unknown, true)]
    [InlineData("unknown", "34/M", Gender.Unknown, AgeBand.From30To44, false)]
    public void Judge_GenderAndAge_AreThoseOfTheRow(string gender, string age, Gender expected, AgeBand band, bool isMinor)
    {
        var incident = Judge(gender, age).Incident!;
        Assert.Equal((expected, band, isMinor), (incident.VictimGender, incident.VictimAgeBand, incident.InvolvesMinor));
    }

    [Theory]
    [InlineData("male", "15/F", "victim_gender", RejectReason.GenderUnknown, "male")]
    [InlineData("34", "34", "victim_gender", RejectReason.GenderUnknown, "34")]
    [InlineData("female", "F", "victim_age", RejectReason.AgeInvalid, "F")]
    [InlineData("female", "01/06/2006", "victim_age", RejectReason.AgeInvalid, PersonalData.Blotted)]
    [InlineData("female", "12/05/2030", "victim_age", RejectReason.AgeInvalid, PersonalData.Blotted)]
    public void Judge_WhatIsNone_IsRefusedAndADayOfBirthNotRepeated(string gender, string age, string column, RejectReason reason, string value)
    {
        var row = Judge(gender, age);
        Assert.Equal((column, reason, value), row.Rejects.Select(reject => (reject.Column, reject.Reason, reject.Value ?? "")).Single());
        Assert.DoesNotContain("/0", string.Join(' ', row.Source!), StringComparison.Ordinal);
    }

    private static JudgedRow Judge(string gender, string age)
    {
        var text = $"occurred_from,jurisdiction_code,head_code,victim_gender,victim_age\n2024-03-05,A1,burglary,\"{gender}\",\"{age}\"\n";
        var file = new IncidentFile(new MemoryStream(Encoding.UTF8.GetBytes(text)), ImportMapping.Canonical);
        var references = new ImportReferences(s_reference, SeedStatutes.All, null);
        return new IncidentJudge(file.Layout, "records", references, s_admin, new DateOnly(2025, 3, 15)).JudgeAll(file).Single();
    }
}
