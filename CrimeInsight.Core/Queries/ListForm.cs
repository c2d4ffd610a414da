using System.Collections.Immutable;
using System.Text.Json;

namespace CrimeInsight.Core.Queries;

/// <summary>A list: in square brackets, in an address with commas between; empty when absent. Compared in order.</summary>
internal abstract class ListForm<T> : QueryForm<ImmutableArray<T>>
{
    public sealed override bool IsAbsent(ImmutableArray<T> value) => value.IsDefaultOrEmpty;

    public sealed override void Write(Utf8JsonWriter writer, ImmutableArray<T> value)
    {
        writer.WriteStartArray();
        foreach (var item in value)
            WriteItem(writer, item);
        writer.WriteEndArray();
    }

    public sealed override bool TryRead(string member, JsonElement json, QueryProblems problems, out ImmutableArray<T> value)
    {
        value = [];
        if (json.ValueKind != JsonValueKind.Array)
        {
            problems.AddWrong(member, Expected, json);
            return false;
        }
        var items = ImmutableArray.CreateBuilder<T>();
        foreach (var element in json.EnumerateArray())
            if (TryReadItem(member, element, problems, out var item))
                items.Add(item);
        value = items.ToImmutable();
        return true;
    }

    public sealed override string ToText(ImmutableArray<T> value) => value.IsDefaultOrEmpty ? "" : string.Join(',', value.Select(TextOf));

    public sealed override bool TryParse(string parameter, string text, QueryProblems problems, out ImmutableArray<T> value)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        foreach (var part in Items(text))
            if (TryParseItem(parameter, part, problems, out var item))
                items.Add(item);
        value = items.ToImmutable();
        return true;
    }

    public sealed override void Check(string member, ImmutableArray<T> value, QueryProblems problems)
    {
        if (!value.IsDefaultOrEmpty)
            CheckItems(member, value, problems);
    }

    public sealed override bool AreSame(ImmutableArray<T> left, ImmutableArray<T> right) =>
        left.IsDefaultOrEmpty ? right.IsDefaultOrEmpty : !right.IsDefault && left.SequenceEqual(right);

    public sealed override void AddTo(ref HashCode hash, ImmutableArray<T> value)
    {
        hash.Add(value.IsDefault ? 0 : value.Length);
        if (!value.IsDefaultOrEmpty)
            foreach (var item in value)
                hash.Add(item);
    }

    /// <summary>What should have been in JSON, for problems.</summary>
    protected virtual string Expected => "a list in square brackets";

    protected abstract void WriteItem(Utf8JsonWriter writer, T item);

    protected abstract bool TryReadItem(string member, JsonElement json, QueryProblems problems, out T item);

    protected abstract string TextOf(T item);

    protected abstract bool TryParseItem(string parameter, string text, QueryProblems problems, out T item);

    protected abstract void CheckItems(string member, ImmutableArray<T> items, QueryProblems problems);
}
