using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Concordat.Tests")]
[assembly: InternalsVisibleTo("Concordat.Bench")]
