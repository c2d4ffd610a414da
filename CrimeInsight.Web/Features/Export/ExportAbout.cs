using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Tables;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Export;

/// <summary>What a file says of itself: what was asked, by whom, when, from which data, what its columns mean and what is missing.</summary>
internal sealed class ExportAbout(TableWords words, IStringLocalizer<QueryText> text)
{
    private const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>A key that is the same in every language, a name, and what is said.</summary>
    public ImmutableArray<(string Key, string Name, string Value)> Lines(TableExport export, ExportStamp stamp)
    {
        var (table, reference) = (export.Table, export.Reference);
        return
        [
            ("view", text[nameof(QueryText.AboutView)], table.View),
            ("asked", text[nameof(QueryText.AboutAsked)], export.Asked),
            .. FigureField.Of(table.Facts.Select(fact => fact.Column)).Select(field =>
                (field.Key, words.Head(field, reference), words.Field(field, table.Facts.First(fact => fact.Column == field.Column).Value, reference))),
            ("rows", text[nameof(QueryText.AboutRows)], table.Rows.Length.ToString(CultureInfo.InvariantCulture)),
            ("data_version", text[nameof(QueryText.AboutDataVersion)], stamp.DataVersion.ToString(CultureInfo.InvariantCulture)),
            ("made_by", text[nameof(QueryText.AboutPerson)], export.Viewer.UserName),
            ("made_at", text[nameof(QueryText.AboutTime)], stamp.At.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture)),
            ("program", text[nameof(QueryText.AboutProgram)], stamp.Program),
            .. table.Notes.Select((note, index) => ($"note_{index + 1}", text[nameof(QueryText.AboutNote)].Value, words.Text(note, reference))),
            .. FigureField.Of(table.Columns).Where(field => field.Column.Definition is not null).Select(field =>
                ("column_" + field.Key, words.Head(field, reference), words.Text(field.Column.Definition!, reference))),
        ];
    }
}
