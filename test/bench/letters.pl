#!/usr/bin/perl
# What a Perl hand would write to get a table of letters: dossier, number, title, addressee, place, date,
# subject and signatories as CSV. scripts/bench measures `letter2csv --table letters` against it.
#   letters.pl dump.txt >letters.csv
# In: a text with a form feed between letters.
use strict;
use warnings;

my @names = (
  'januari februari maart april mei juni juli augustus september oktober november december',
  'january february march april may june july august september october november december',
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  'januar februar märz april mai juni juli august september oktober november dezember');
my %months;
for (@names) { my $number = 0; $months{$_} = ++$number for split; }
my $month = join '|', keys %months;

sub cell {
  my ($text) = @_;
  return '' unless defined $text;
  $text =~ s/\s+$//;
  return $text unless $text =~ /[",\n]/;
  $text =~ s/"/""/g;
  return "\"$text\"";
}

$/ = "\n\f";
print "index,dossier,dossier_title,number,title,addressee,place,date,subject,signatories\n";
my $index = 0;
while (my $letter = <>) {
  $letter =~ s/\r//g;
  my $head = substr $letter, 0, 1500;
  my $tail = length $letter > 600 ? substr $letter, -600 : $letter;
  my ($dossier, $dossier_title) = $head =~ /^(\d\d \d{3}(?:[- ][IVXLC]+)?)\n+(\S.*)/m;
  my ($number, $title) = $head =~ /^Nr\. ?(\d+)\s+(brief van .+)/mi;
  my ($addressee) = grep { defined } $head =~
    /^(?:Aan:? (.+?)(?:   .*)?$|(.+ MP)\nChair$|(?:Frau|Herrn?)\n(.+)$|((?:Monsieur|Madame) .+),$)/m;
  my ($place, $day, $name, $year) =
    $head =~ /(?:^Dat\w+:? +|^([^\n,]{2,30}),? (?:le )?|^)(\d{1,2})\.? ($month) (\d{4})\b/mi;
  my ($subject) = $head =~ /^(?:Betreft|Onderwerp|Objet|Subject|Betreff) *:? *(.+?)(?:   .*)?$/m;
  my @signed;
  while ($tail =~ /^((?:de |het )?(?:minister|staatssecretaris|voorzitter|directeur)\b.+),\n+((?:[A-Z]\.)+ ?[^\n]+)$/mgi) {
    push @signed, "$1: $2";
  }
  my $date = defined $name ? sprintf('%s-%02d-%02d', $year, $months{lc $name}, $day) : undef;
  print join(',', $index++, map { cell($_) } $dossier, $dossier_title, $number, $title, $addressee, $place, $date,
    $subject, join('; ', @signed)), "\n";
}
