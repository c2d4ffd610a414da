using System.Globalization;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Values that a suggestion could not tell, and what somebody says they mean.</summary>
public sealed partial class MapQuestions
{
    private const int MostShown = 20;

    [Inject] public required IStringLocalizer<DataRoomText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    /// <summary>The most frequent first.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<MappingQuestion> Questions { get; set; }

    /// <summary>As it stands.</summary>
    [Parameter, EditorRequired] public required ImportMapping Mapping { get; set; }

    /// <summary>For which the questions were found.</summary>
    [Parameter, EditorRequired] public required ImportMapping Suggestion { get; set; }

    [Parameter] public EventCallback<MapAnswer> OnChange { get; set; }

    // A point outside India means nothing else; a column that is read from elsewhere has other values.
    private IReadOnlyList<MappingQuestion> Open =>
        [.. Questions.Where(question => !IsOutside(question) && question.Value.Length > 0 && IsReadAsSuggested(question.Column))];

    private long Outside => Questions.Where(IsOutside).Sum(question => question.Rows);

    private static bool IsOutside(MappingQuestion question) => question.Value == nameof(RejectReason.CoordinatesOutsideIndia);

    private bool IsReadAsSuggested(string field) =>
        Mapping.Columns.TryGetValue(field, out var column) && Suggestion.Columns.TryGetValue(field, out var suggested)
        && column.From is { } from && suggested.From is { } other && from.SequenceEqual(other, StringComparer.OrdinalIgnoreCase);

    private string? AnswerTo(MappingQuestion question) => Mapping.Columns[question.Column].Values?.GetValueOrDefault(question.Value);

    private string? ListOf(MappingQuestion question) => question.Choices.Count == 0 ? null
        : string.Create(CultureInfo.InvariantCulture, $"answers-{Questions.ToList().IndexOf(question)}");

    private Task AnswerAsync(MappingQuestion question, string? answer)
    {
        var column = Mapping.Columns[question.Column];
        var values = (column.Values ?? new Dictionary<string, string>()).Where(value => value.Key != question.Value).ToDictionary();
        if (!string.IsNullOrWhiteSpace(answer))
            values[question.Value] = answer.Trim();
        return OnChange.InvokeAsync(new MapAnswer(question.Column, column with { Values = values.Count == 0 ? null : values }));
    }
}
