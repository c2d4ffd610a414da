using System.Security.Cryptography;
using System.Text;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Results;

/// <summary>Which question a stored result answers: equal keys, equal answers.</summary>
/// <param name="Kind">What is asked. Stored; never rename.</param>
/// <param name="Version">Grows when the same question is answered otherwise.</param>
/// <param name="Request">All that was asked, as <see cref="CanonicalJson"/> writes it.</param>
/// <param name="From">Ordinal of the place: the subtree that the answer tells of.</param>
/// <param name="Until">First ordinal after the subtree. Whoever may not see all of it does not get the result.</param>
/// <param name="DataVersion">Version of the complete months.</param>
/// <param name="ReferenceVersion">Version of places and heads.</param>
public sealed record ResultKey(string Kind, int Version, string Request, int From, int Until, long DataVersion, long ReferenceVersion)
{
    /// <summary>The key of a request about a place, of the present data.</summary>
    /// <param name="request">With all members that make a difference set, and none that make none.</param>
    public static ResultKey Of<TRequest>(string kind, int version, TRequest request, Jurisdiction place, long dataVersion, long referenceVersion)
    {
        ArgumentNullException.ThrowIfNull(place);
        return new ResultKey(kind, version, CanonicalJson.Write(request), place.Ordinal, place.OrdinalUntil, dataVersion, referenceVersion);
    }

    /// <summary>SHA-256 of the request, by which it is found.</summary>
    public byte[] Hash() => SHA256.HashData(Encoding.UTF8.GetBytes(Request));
}
