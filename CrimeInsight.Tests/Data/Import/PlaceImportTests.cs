using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Import;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Data.Import;

/// <summary>Names of places through the whole import, and aliases that administrators have said.</summary>
public sealed class PlaceImportTests(ImportDatabase database) : IClassFixture<ImportDatabase>
{
    private const string Header = "source_reference,occurred_from,reported_on,state,district,head_code";

    private PlaceAliasStore Aliases => new(database.Load.Fixture.App);

    /// <summary>Towns, units and states in a column of districts, and a slip without a state.</summary>
    [Fact]
    public async Task Import_NamesThatMeanSomethingElse_AreNeverCorrected()
    {
        var report = await database.ImportAsync($"""
            {Header}
            W1,2024-03-05,2024-03-06,,Bhiwadi,burglary
            W2,2024-03-05,2024-03-06,,Bandra,burglary
            W3,2024-03-05,2024-03-06,,Bihar,burglary
            W4,2024-03-05,2024-03-06,Uttar Pradesh,Chandausi,burglary
            W5,2024-03-05,2024-03-06,Tamil Nadu,Chengai,burglary
            W6,2024-03-05,2024-03-06,,Dhuri,burglary
            W7,2024-03-05,2024-03-06,,Gondal,burglary
            W8,2024-03-05,2024-03-06,,Balurghat,burglary
            W9,2024-03-05,2024-03-06,,Coimbatoor,burglary
            """, isDryRun: true);
        Assert.Equal((9, 7, 2), (report.Rows, report.Accepted, report.Rejected));
        Assert.Empty(report.Corrections);
        Assert.Equal(
            [("Bihar", "Bihar (IN-BR)"), ("Coimbatoor", "Coimbatore (IN-TN-569)")],
            report.Examples.Select(reject => (reject.Value, reject.Suggestion)));
        Assert.Equal(
            [
                ("Balurghat", "IN-WB-310"), ("Bandra", "IN-MH-482"), ("Chandausi", "IN-UP-659"), ("Dhuri", "IN-PB-043"), ("Gondal", "IN-GJ-457"),
                ("Bhiwadi", "IN-RJ-087"), ("Chengai", "IN-TN-730"),
            ],
            report.Warnings.Where(warning => warning.Written is not null).Select(warning => (warning.Written, warning.Code)));
    }

    [Fact]
    public async Task Import_DistrictMadeLater_IsCountedInItsParentWithANoteFromItsDayOn()
    {
        var report = await database.ImportAsync($"""
            {Header}
            N1,2021-03-05,2021-03-06,Andhra Pradesh,Tirupati,burglary
            N2,2023-03-05,2023-03-06,Andhra Pradesh,Tirupati,burglary
            N3,2023-03-05,2023-03-06,Andhra Pradesh,Tirupati,auto-theft
            """, isDryRun: true);
        Assert.Equal(3, report.Accepted);
        var note = Assert.Single(report.Warnings, warning => warning.Warning == ImportWarning.NewDistrictNamed);
        Assert.Equal((2, "Tirupati", "IN-AP-503"), (note.Rows, note.Written, note.Code));
    }

    [Fact]
    public async Task Alias_SaidOnce_IsReadByEveryImportUntilItIsRemoved()
    {
        var token = TestContext.Current.CancellationToken;
        const string text = $"{Header}\nZ1,2024-03-05,2024-03-06,Tamil Nadu,Zone Three,burglary\n";
        Assert.Equal(1, (await database.ImportAsync(text, isDryRun: true)).Rejected);
        await Aliases.AddAsync(new PlaceAlias("Zone  three", "IN-TN", "IN-TN-568"), database.Load.Admin, token);
        await Aliases.AddAsync(new PlaceAlias("ZONE THREE", "IN-TN", "IN-TN-569"), database.Load.Admin, token);
        Assert.Equal([new PlaceAlias("ZONE THREE", "IN-TN", "IN-TN-569")], await Aliases.ListAsync(token));
        var report = await database.ImportAsync(text, isDryRun: true);
        Assert.Equal((1, 0), (report.Accepted, report.Corrections.Length));
        Assert.True(await Aliases.RemoveAsync("zone three", "IN-TN", database.Load.Admin, token));
        Assert.False(await Aliases.RemoveAsync("zone three", "IN-TN", database.Load.Admin, token));
        Assert.Equal(1, (await database.ImportAsync(text, isDryRun: true)).Rejected);
        Assert.Equal(3, await database.Load.ScalarAsync<long>("SELECT count(*) FROM crime.audit WHERE action LIKE 'place-alias.%'"));
    }

    [Fact]
    public async Task Alias_ByWhoIsNoAdministratorOfThePlace_IsRefused()
    {
        var token = TestContext.Current.CancellationToken;
        var elsewhere = await database.Load.Fixture.AddPersonAsync(PersonRole.Admin, "IN-KL");
        var officer = await database.Load.Fixture.AddPersonAsync(PersonRole.Officer, "IN");
        var alias = new PlaceAlias("Zone Nine", "IN-TN", "IN-TN-568");
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Aliases.AddAsync(alias, elsewhere, token));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Aliases.AddAsync(alias, officer, token));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => Aliases.AddAsync(new PlaceAlias("Zone Nine", null, "IN-KL-555"), elsewhere, token));
        await Assert.ThrowsAsync<ArgumentException>(() => Aliases.AddAsync(alias with { Name = "--" }, database.Load.Admin, token));
        await Assert.ThrowsAsync<ArgumentException>(() => Aliases.AddAsync(alias with { Code = "IN-XX" }, database.Load.Admin, token));
    }
}
