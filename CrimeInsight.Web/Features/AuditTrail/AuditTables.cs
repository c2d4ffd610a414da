using CrimeInsight.Core.People;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Features.AuditTrail;

/// <summary>Rows of the trail as a table.</summary>
internal static class AuditTables
{
    public static FigureTable Rows(IEnumerable<AuditRecord> records) => FigureTable.Of(
        "audit",
        [
            Column("row", FigureUnit.Number, nameof(TrailText.ColumnRow)).Of<AuditRecord>(record => record.Id),
            Column("at", FigureUnit.Instant, nameof(TrailText.ColumnAt)).Of<AuditRecord>(record => new InstantFigure(record.At)),
            Column("person", FigureUnit.Text, nameof(TrailText.ColumnPerson)).Of<AuditRecord>(record => FigureValue.Text(record.UserName)),
            Column("action", FigureUnit.Code, nameof(TrailText.ColumnAction)).Of<AuditRecord>(ActionOf),
            Column("subject", FigureUnit.Text, nameof(TrailText.ColumnSubject)).Of<AuditRecord>(record => FigureValue.Text(record.Subject)),
            Column("detail", FigureUnit.Text, nameof(TrailText.ColumnDetail)).Of<AuditRecord>(record => FigureValue.Text(DetailOf(record))),
        ],
        records);

    private static string DetailOf(AuditRecord record) => string.Join("; ", record.Detail.Select(fact => $"{fact.Key}={fact.Value}"));

    private static CodeFigure ActionOf(AuditRecord record) =>
        new(record.Action, ActionWords.KeyOf(record.Action) is { } key ? TextKey.Of<TrailText>(key) : null);

    private static FigureColumn Column(string key, FigureUnit unit, string name) => new(key, unit, TextKey.Of<TrailText>(name));
}
