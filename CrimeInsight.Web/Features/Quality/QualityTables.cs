using System.Text.Json;
using CrimeInsight.Core.Quality;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Features.Quality;

/// <summary>Places and months by what is wanting in their records.</summary>
internal static class QualityTables
{
    private static readonly FigureColumn s_place = new("place", FigureUnit.Place, Name(nameof(QualityText.ColumnPlace)));
    private static readonly FigureColumn s_month = new("month", FigureUnit.Month, Name(nameof(QualityText.ColumnMonth)));
    private static readonly FigureColumn s_cases = new("cases", FigureUnit.Count, Name(nameof(QualityText.ColumnCases)));

    private static readonly FigureColumn s_findings = new("findings", FigureUnit.Count, Name(nameof(QualityText.ColumnFindings)))
    {
        Definition = Name(nameof(QualityText.ColumnFindingsDefinition)),
    };

    private static readonly FigureColumn s_words = new("what", FigureUnit.Text, Name(nameof(QualityText.ColumnWhat))) { Use = FigureUse.File };

    private static readonly FigureColumn s_contacts = new("contacts", FigureUnit.Text, Name(nameof(QualityText.ColumnContacts)));

    private static readonly QualityGap[] s_gaps = Enum.GetValues<QualityGap>();

    public static FigureTable Parts(QualityReport report) => FigureTable.Of(
        "quality",
        [
            s_place.Of<PartQuality>(part => new PlaceFigure(part.Place.Code)),
            s_cases.Of<PartQuality>(part => (double)part.Cases),
            s_findings.Of<PartQuality>(part => (double)part.Findings),
            .. s_gaps.Select(gap => Column(gap).Of<PartQuality>(part => FigureValue.Share(part.Shares[(int)gap]))),
            s_words.Of<PartQuality>(part => new ListFigure([.. QualityWords.Findings(part, report).Select(finding => (FigureValue)finding)])),
            s_contacts.Of<PartQuality>(part => FigureValue.Text(string.Join(", ", part.Contacts))),
        ],
        report.Parts);

    public static FigureTable Months(QualityReport report) => FigureTable.Of(
        "quality-months",
        [
            s_month.Of<QualityMonth>(month => month.Month),
            s_cases.Of<QualityMonth>(month => (double)month.Cases),
            .. s_gaps.Select(gap => Column(gap).Of<QualityMonth>(month => FigureValue.Share(month.Shares[(int)gap]))),
        ],
        report.Months);

    private static FigureColumn Column(QualityGap gap) =>
        new(JsonNamingPolicy.CamelCase.ConvertName(gap.ToString()), FigureUnit.Percent, QualityWords.Gap(gap))
        {
            Definition = QualityWords.Definition(gap),
        };

    private static TextKey Name(string key) => TextKey.Of<QualityText>(key);
}
