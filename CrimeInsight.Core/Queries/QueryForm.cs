using System.Text.Json;

namespace CrimeInsight.Core.Queries;

/// <summary>How values of a type stand in JSON and in an address, and which of them are possible whatever the rest of a query says.</summary>
internal abstract class QueryForm<T>
{
    /// <summary>What an absent member means: left out of JSON.</summary>
    public abstract bool IsAbsent(T value);

    public abstract void Write(Utf8JsonWriter writer, T value);

    /// <summary>Reads JSON.</summary>
    /// <returns>False: the member keeps what it has, and the problem says why.</returns>
    public abstract bool TryRead(string member, JsonElement json, QueryProblems problems, out T value);

    /// <summary>The text of an address, escaped; blank: absent.</summary>
    public abstract string ToText(T value);

    /// <summary>Reads the unescaped text of an address; blank empties.</summary>
    /// <inheritdoc cref="TryRead" path="/returns"/>
    public abstract bool TryParse(string parameter, string text, QueryProblems problems, out T value);

    public virtual void Check(string member, T value, QueryProblems problems)
    {
    }

    public virtual bool AreSame(T left, T right) => EqualityComparer<T>.Default.Equals(left, right);

    public virtual void AddTo(ref HashCode hash, T value) => hash.Add(value);

    protected static string[] Items(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
